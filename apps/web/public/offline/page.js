// The look that this reader chose, as on every page.
try {
  const look = localStorage.getItem('isegoria:look');
  if (look) document.documentElement.dataset.theme = look;
} catch {}

addEventListener('online', () => location.reload());

// What can be done without a connection is offered where this device holds it.
addEventListener('DOMContentLoaded', async () => {
  if (await caches.match('/requests/new')) for (const offer of document.querySelectorAll('[data-kept]')) offer.hidden = false;
});
