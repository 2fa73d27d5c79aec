/** The measures and colours of a report on paper, in points: A4, the tokens of the platform's light scheme. */
export const PAGE = { width: 595.28, height: 841.89, left: 57, right: 57, top: 58, bottom: 66 } as const;
export const WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const BOTTOM = PAGE.height - PAGE.bottom;

export const INK = {
  ink: '#17212b', quiet: '#52606d', line: '#ddd6c8', sand: '#f3f0e8', aegean: '#0b4a8f', deep: '#08325f', terracotta: '#b2431f', olive: '#4c6420',
} as const;

/** The opinion scale, worst to best, and the ink that is read on each step. */
export const SCALE = ['#b2431f', '#dd8a62', '#d8cdb6', '#3f7fc0', '#08325f'] as const;
export const ON_SCALE = ['#ffffff', '#1c0f08', '#17212b', '#03080e', '#ffffff'] as const;

/** Steps of the scale for so many parts, far from each other; the same as on the screen. */
export function stepsFor(parts: number): number[] {
  if (parts <= 1) return [4];
  if (parts === 2) return [4, 2];
  if (parts === 3) return [4, 2, 0];
  return parts === 4 ? [4, 3, 2, 0] : [0, 1, 2, 3, 4];
}

export const LINES = ['#0b4a8f', '#b2431f', '#4c6420', '#52606d'] as const;
