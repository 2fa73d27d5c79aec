// The look that this reader chose, as on every page.
try {
  const look = localStorage.getItem('isegoria:look');
  if (look) document.documentElement.dataset.theme = look;
} catch {}

// A device says that it is online before an answer comes through, and the city may be away without a word: it is asked until it answers.
const askEveryMs = 4000;
async function ask() {
  if (document.visibilityState !== 'visible') return;
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}
addEventListener('online', ask);
document.addEventListener('visibilitychange', ask);
setInterval(ask, askEveryMs);

// What can be done without a connection is offered where this device holds it.
addEventListener('DOMContentLoaded', async () => {
  if (await caches.match('/requests/new')) for (const offer of document.querySelectorAll('[data-kept]')) offer.hidden = false;
});
