/** What comes one by one, a portion at a time: so that what belongs to many is asked for once, and never all is in memory. Ends its source when its reader leaves. */
export async function* gathered<T>(source: AsyncIterable<T>, size = 100): AsyncGenerator<T[]> {
  let portion: T[] = [];
  for await (const item of source) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
