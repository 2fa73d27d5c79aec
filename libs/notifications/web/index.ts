export { default as ActivityFeed } from './activity-feed';
export { FollowButton } from './follow-button';
export { InboxBell } from './inbox-bell';
export { PartLinks } from './news/part-links';
export { StopPage } from './stop-page';
