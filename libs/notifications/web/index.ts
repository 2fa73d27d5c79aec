export { default as ActivityFeed } from './activity-feed';
export { FollowButton } from './follow-button';
export { InboxBell } from './inbox-bell';
export { StopPage } from './stop-page';
