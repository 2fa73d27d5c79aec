/** What an article is called: «Άρθρο 3. Θέση τραπεζοκαθισμάτων». One without a number is called by its title, or as what it is. */
export function articleName({ label, title }: { label: string; title: string }, preamble: string): string {
  return [label, title].filter(Boolean).join('. ') || preamble;
}
