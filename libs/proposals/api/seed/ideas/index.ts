import type { Idea } from '../idea';
import { accessibility } from './accessibility';
import { cleaning } from './cleaning';
import { cultureSports } from './culture-sports';
import { digital } from './digital';
import { environment } from './environment';
import { green } from './green';
import { mobility } from './mobility';
import { publicSpace } from './public-space';
import { schools } from './schools';
import { social } from './social';

/** The wishes of the demo city by category. */
export const ideas: Record<string, Idea[]> = {
  mobility, 'public-space': publicSpace, green, environment, cleaning, schools, social, accessibility, 'culture-sports': cultureSports, digital,
};
