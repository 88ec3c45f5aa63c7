import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Builds the program into `dist/program`: what the command line, its threads and its import processes run, in a few files.
 * Node finds, reads and links each module by itself, and the program has seven hundred; in few files it starts
 * sooner. The library stays in `dist`, module by module, with its types.
 *
 * All files stand in one folder, two levels under the package, since the program finds its threads beside itself and its
 * knowledge two levels up.
 */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: at('dist/program'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: at('src/cli/main.ts'),
        worker: at('src/app/worker.ts'),
        'add-process': at('src/app/jobs/add-process.ts'),
        'pdf-worker': at('src/acquire/pdf-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
