import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/reports', label: 'nav', order: 85, place: 'duty', roles: ['council', 'clerk', 'administrator', 'official', 'moderator'] }];
