import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/consultations', label: 'nav', order: 22 }];
