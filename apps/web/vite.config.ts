import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { noExternal: true, resolve: { conditions: ['source', ...defaultServerConditions] } },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // one sheet of some ten kilobytes, kept for the whole visit: on a slow line a request costs more than its bytes
    cssCodeSplit: false,
    rolldownOptions: {
      input: ['src/boot.ts', 'src/entry-client.tsx'],
      output: {
        // what most pages share comes in one piece, not in a dozen: see `cssCodeSplit`
        codeSplitting: {
          groups: [
            {
              name: 'house',
              test: /packages[\\/]ui[\\/]|web[\\/]src[\\/]platform[\\/]|\.queries\.ts$/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
});
