// A file that somebody hands in: which kinds and how much, as the services take them.

export const PAPER_MEGABYTES = 10;
export const PAPER_ACCEPT = '.jpg,.jpeg,.png,.pdf';
export const PAPER_HINT = `JPG、PNG 照片或 PDF，最大 ${PAPER_MEGABYTES}MB`;
const TYPES = ['image/jpeg', 'image/png', 'application/pdf'];

/** What is wrong with a file that was chosen, or that none was. */
export function paperProblem(file: File | null, megabytes = PAPER_MEGABYTES): string | null {
  if (!file) return '请选择照片或PDF文件';
  if (!TYPES.includes(file.type)) return '只能上传 JPG、PNG 照片或 PDF 文件';
  return file.size > megabytes * 1024 * 1024 ? `文件不能超过${megabytes}MB` : null;
}
