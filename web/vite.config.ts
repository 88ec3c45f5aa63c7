import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Holds the first paint until the entry has run: it sets the chosen theme, and an inline script is not allowed to. There is
 * nothing to see before that anyway. Written after the build, which drops the attribute.
 */
const paintAfterTheme = (): Plugin => ({
  name: 'paint-after-theme',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
});

/** Builds the web application into `dist/web`, from where `demarche serve` sends it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), paintAfterTheme()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'assets',
    // Nothing inline: the page's security policy allows neither inline scripts nor styles, nor data in fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
