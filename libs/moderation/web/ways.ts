import type { NavItem } from '@isegoria/ui/web';

const moderators = ['moderator', 'administrator'];

export const ways: readonly NavItem[] = [
  { to: '/moderation', label: 'nav.queue', order: 10, place: 'duty', roles: moderators },
  { to: '/code-of-conduct', label: 'nav.conduct', order: 40, place: 'footer' },
  { to: '/moderation/log', label: 'nav.log', order: 41, place: 'footer' },
];
