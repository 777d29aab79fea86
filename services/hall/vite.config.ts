// One build of five entries. The strict Content-Security-Policy wants files: nothing is inlined, nothing evaluated.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Manifest, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, 'dist/hall');
const WORTH_COMPRESSING = /\.(html|js|css|svg)$/;

/** Compress beforehand, at the highest level: the edge only sends (`gzip_static`). */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
        if (!WORTH_COMPRESSING.test(name)) continue;
        const file = join(out, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

/** Write the terminals' service worker: it keeps the files that the shell and the offline page begin with, of this build alone. */
function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    closeBundle() {
      const made = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
      const found = new Set<string>();
      const take = (key: string): void => {
        const chunk = made[key]!;
        if (found.has(chunk.file)) return;
        for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) found.add(file);
        (chunk.imports ?? []).forEach(take);
      };
      ['kiosk/index.html', 'kiosk/offline.html'].forEach(take);
      const page = readFileSync(join(out, 'kiosk/offline.html'), 'utf8');
      const shell = ['kiosk/offline.html', ...[...found].sort()].map((file) => `/hall/${file}`);
      const version = createHash('sha256').update(shell.join() + page).digest('hex').slice(0, 16);
      const text = readFileSync(join(here, 'kiosk/worker.js'), 'utf8');
      writeFileSync(join(out, 'kiosk/worker.js'), text.replace('${__VERSION__}', version).replace('= __SHELL__', `= ${JSON.stringify(shell)}`));
    },
  };
}

export default defineConfig({
  root: here,
  base: '/hall/',
  publicDir: false,
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('wx-') } } }), worker(), compressed()],
  resolve: { alias: { '@': here.replace(/\/$/, '') } },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    outDir: out,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rollupOptions: {
      output: { codeSplitting: { groups: [{ name: 'vue', test: /node_modules\/(@vue|vue|vue-router)\// }] } },
      input: {
        ...Object.fromEntries(['citizens', 'employers', 'counter', 'staff', 'kiosk'].map((name) => [name, join(here, name, 'index.html')])),
        offline: join(here, 'kiosk/offline.html'),
      },
    },
  },
});
