import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const marked = new Marked({ gfm: true, breaks: true, async: false });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc' }) },
};

/** Clean HTML of a text written in the small Markdown that the platform reads. What is not on the list does not come out. */
export function prose(text: string): string {
  // Angle brackets are text here: a citizen who writes "<3" means it, and no HTML is ever taken from the writer.
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return sanitizeHtml(marked.parse(escaped) as string, allowed);
}

/** The words alone of HTML that came from elsewhere. */
export function withoutHtml(html: string): string {
  return sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
}
