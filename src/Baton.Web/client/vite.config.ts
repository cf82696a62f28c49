import { defineConfig } from "vite";

// Relative base: the console works under whatever path the host is mounted at.
export default defineConfig({
  base: "./",
  build: {
    outDir: "../wwwroot/console",
    emptyOutDir: true,
    target: "es2022",
    // The policy forbids data: scripts and styles; only files of our own are loaded.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
});
