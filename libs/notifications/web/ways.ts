import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/following', label: 'nav.following', order: 27, place: 'own' }];
