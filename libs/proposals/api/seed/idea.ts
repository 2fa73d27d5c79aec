/**
 * A wish of the demo city in the words of those who have it. Titles are alternatives; each line of the text is a slot whose
 * alternatives stand between bars. `{street}`, `{square}`, `{in}` («στον Όρμο») and `{of}` («του Όρμου») take a place.
 */
export interface Idea {
  titles: string[];
  text: string[];
  /** Where it belongs, when it does not fit everywhere. */
  districts?: string[];
  /** Said once in the city; others are wished in several neighbourhoods. */
  once?: boolean;
  /** What its department has said so far, with the weeks until the day that it named. */
  said?: { text: string; nextStep: string; weeks: number; cost: number };
  for: string[];
  against: string[];
}
