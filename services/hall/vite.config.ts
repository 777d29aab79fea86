// One build of four entries. The strict Content-Security-Policy wants files: nothing is inlined, nothing evaluated.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  root: here,
  base: '/hall/',
  publicDir: false,
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('wx-') } } }), compressed()],
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
      input: Object.fromEntries(['citizens', 'employers', 'staff', 'kiosk'].map((name) => [name, join(here, name, 'index.html')])),
    },
  },
});
