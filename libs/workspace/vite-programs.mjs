/** Runs the server's TypeScript as it stands, through Vite's module runner: no build, and quick to load again. */
import { createServer, createServerModuleRunner } from 'vite';

export async function openPrograms() {
  const vite = await createServer({
    configFile: 'vite.api.config.ts',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, hmr: false, watch: { ignored: ['**/dist/**', '**/.data/**', '**/.nx/**', '**/e2e/**'] } },
    optimizeDeps: { noDiscovery: true },
  });
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  return { vite, load: (path) => runner.import(path), forget: () => runner.clearCache(), close: () => runner.close().then(() => vite.close()) };
}
