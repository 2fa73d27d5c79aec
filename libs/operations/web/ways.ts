import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/administration/jobs', label: 'nav', order: 86, roles: ['administrator'], place: 'duty' }];
