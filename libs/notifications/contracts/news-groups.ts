/** News by the slice that tells them, whose words they are in; a slice stands where its newest is. */
export function grouped<T extends { name: string }>(news: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of news) {
    const slice = one.name.slice(0, one.name.indexOf('.'));
    groups.set(slice, [...(groups.get(slice) ?? []), one]);
  }
  return groups;
}
