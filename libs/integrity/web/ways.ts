import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/integrity', label: 'nav', order: 42, place: 'footer' }];
