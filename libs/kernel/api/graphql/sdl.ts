/** The SDL of every slice, as text. */
export const sdl: readonly string[] = Object.values(import.meta.glob<string>('/libs/*/contracts/*.graphql', { query: '?raw', import: 'default', eager: true }));
