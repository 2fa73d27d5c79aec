/** An invented act of the demo city, as short as one can write it down. Pairs are Greek and English. */
export interface DemoAct {
  title: [el: string, en: string];
  text?: [el: string, en: string];
  /** As an office would have put it into the register. */
  subject: string;
  type: string;
  department: string;
  district?: string;
  daysAgo: number;
  amount?: number;
  revoked?: boolean;
  /** How many people evaluated it, and how many of a hundred stand on each step, criterion by criterion. */
  people?: number;
  spread?: number[][];
}
