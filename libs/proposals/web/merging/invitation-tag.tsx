import type { MergeState } from '@isegoria/proposals/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedInvitation } from './documents';

const tones: Record<MergeState, Tone> = { SUGGESTED: 'sun', OPEN: 'neutral', MERGED: 'olive', REFUSED: 'terracotta', WITHDRAWN: 'neutral', LAPSED: 'neutral', SEPARATED: 'neutral', ENDED: 'neutral' };

type Shown = Pick<ListedInvitation, 'state' | 'waitsFor' | 'mySide'>;

/** Whether it waits for the reader: also what the city suggested, which either author may take up. */
export const isYours = ({ state, waitsFor, mySide }: Shown): boolean => state === 'SUGGESTED' || (state === 'OPEN' && waitsFor === mySide);

/** How an invitation stands, for the reader. */
export function InvitationTag(invitation: Shown) {
  const { t } = useWords('proposals');
  return isYours(invitation) && invitation.state === 'OPEN' ? <Tag tone="sun">{t('merge.state.yours')}</Tag> : <Tag tone={tones[invitation.state]}>{t(`merge.state.${invitation.state}`)}</Tag>;
}
