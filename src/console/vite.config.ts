import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console is the one thing that is built: hashed assets under /console/assets. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, reportCompressedSize: false },
  logLevel: 'warn',
});
