/** Says a short sentence to those who listen to the page rather than look at it. */
export function announce(text: string): void {
  const region = liveRegion();
  region.textContent = '';
  // A region that is emptied and filled in one step is not read again when the words are the same.
  setTimeout(() => (region.textContent = text), 60);
}

function liveRegion(): HTMLElement {
  const standing = document.getElementById('announcements');
  if (standing) return standing;
  const region = document.createElement('div');
  region.id = 'announcements';
  // A dialog hides the rest of the page from those who listen, but not this.
  region.dataset['liveAnnouncer'] = 'true';
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  document.body.append(region);
  return region;
}
