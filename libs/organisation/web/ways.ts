import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/administration/city', label: 'nav.city', order: 80, roles: ['administrator'], place: 'duty' }];
