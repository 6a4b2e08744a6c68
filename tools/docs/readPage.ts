import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** What one Markdown page points at, and what can be pointed at in it. */
export interface Page {
  readonly links: readonly { readonly to: string; readonly line: number }[];
  /** Anchors of its headings, as code hosts make them. */
  readonly anchors: ReadonlySet<string>;
}

export function readPage(markdown: string): Page {
  const tree = fromMarkdown(markdown);
  const slugger = new GithubSlugger();
  const links: { to: string; line: number }[] = [];
  const anchors = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node)));
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      links.push({ to: node.url, line: node.position?.start.line ?? 0 });
  });
  return { links, anchors };
}
