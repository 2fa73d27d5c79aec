import type { HomeSlot } from '@isegoria/ui/web';
import { Contained } from './contained';

const all = Object.values(import.meta.glob<readonly HomeSlot[]>('../../libs/*/web/home.tsx', { eager: true, import: 'home' }))
  .flat()
  .sort((a, b) => a.order - b.order);

/** What the slices hand in to one place of the home page, in order. */
export default function HomeParts({ slot }: Pick<HomeSlot, 'slot'>) {
  return all
    .filter((part) => part.slot === slot)
    .map(({ component: Part, order }, index) => (
      <Contained key={`${order} ${index}`}>
        <Part />
      </Contained>
    ));
}
