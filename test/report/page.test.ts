// report.html as a browser shows it: nothing is loaded, nobody is shut out, every order stands on one page of paper. Where no
// Chromium is installed these tests are skipped and say so.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plansIn } from '../desk.ts';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const root = path.join(import.meta.dirname, '../..');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** SCREENSHOTS=folder keeps what the browser showed. */
const KEPT = process.env['SCREENSHOTS'];

const ACCOUNTS = [
  'examples',
  'fixtures/scenarios/sector-to-45-percent',
  'fixtures/scenarios/targets-sum-to-103',
  'fixtures/scenarios/hostile-text',
];
/** Every tag of templates/html/report.html.hbs: no script, no link, no picture, no form. */
const TAGS = new Set(
  [
    'html head meta title style body header main section footer h1 h2 h3 p ol ul li span strong br',
    'table caption thead tbody tr th td div i details summary',
  ].flatMap((some) => some.split(' ')),
);
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [375, 1280] as const;

if (PROGRAM === undefined) console.warn('skipped: no Chromium is installed, so nobody looked at report.html');

describe.skipIf(PROGRAM === undefined)('report.html in a browser', () => {
  let browser: Browser;
  const pages = new Map<string, string>();

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: PROGRAM ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    for (const account of ACCOUNTS)
      await inCopyOf(path.join(root, account), async (copy) => {
        await runPo(['rebalance', 'Portfolio.md', '--now', NOW, '--quiet'], copy);
        const file = path.join(copy, 'plans', plansIn(copy)[0] ?? '', 'report.html');
        pages.set(account, readFileSync(file, 'utf8'));
      });
  });

  afterAll(() => browser.close());

  interface Audit {
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }

  interface Shown {
    readonly page: Page;
    readonly requests: readonly string[];
    readonly complaints: readonly string[];
  }

  /** Opens a page as if from the disk; whatever it asks for besides itself is written down and not answered. */
  const open = async (account: string, width: number, scheme: (typeof SCHEMES)[number]): Promise<Shown> => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    const own = pathToFileURL(`/${account}/report.html`).href;
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/*', (route) => {
      if (route.request().url() === own)
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages.get(account) ?? '' });
      requests.push(route.request().url());
      return route.abort();
    });
    await page.goto(own);
    return { page, requests, complaints };
  };

  /** The example in every way, the others in two: what differs between them are their parts, not their widths. */
  const cases = ACCOUNTS.flatMap((account, index) =>
    SCHEMES.flatMap((scheme, at) =>
      WIDTHS.filter((_, width) => index === 0 || width === at).map((width) => ({ account, scheme, width })),
    ),
  );

  it.each(cases)(
    '$account, $scheme, $width wide: asks for nothing, fits, and shuts nobody out',
    async ({ account, scheme, width }) => {
      const { page, requests, complaints } = await open(account, width, scheme);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      if (KEPT !== undefined) {
        mkdirSync(KEPT, { recursive: true });
        const name = `${path.basename(account)}-${scheme}-${width}.png`;
        await page.screenshot({ path: path.join(KEPT, name), fullPage: true });
      }
      await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
      await page.evaluate(axe);
      const { violations } = await page.evaluate<Audit>('axe.run(document, { resultTypes: ["violations"] })');
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes[0]?.html]),
      ).toEqual([]);
      await page.close();
    },
  );

  it('reads in a sensible order without its styles', async () => {
    const { page } = await open('examples', 1280, 'light');
    await page.evaluate(
      'document.querySelectorAll("style, [style]").forEach((one) => { one.tagName === "STYLE" ? one.remove() : one.removeAttribute("style"); })',
    );
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/gu, ' ');
    const places = [
      'SAFE',
      'What to do now',
      'SELL 320 NEM',
      'Before the first purchase:',
      'BUY 8 LLY',
      'Notes',
      'Allocation',
      'Cash after each order',
      'The limits',
      'What was understood',
      'Why these orders',
      'Where this comes from',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await page.close();
  });

  it.each(ACCOUNTS)('%s: nothing that a document says becomes a tag', async (account) => {
    const { page } = await open(account, 1280, 'light');
    const tags = await page.evaluate<string[]>(
      '[...new Set([...document.querySelectorAll("*")].map((one) => one.tagName.toLowerCase()))]',
    );
    expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([]);
    await page.close();
  });

  it('prints the orders on pages of their own', async () => {
    const { page } = await open('examples', 1280, 'light');
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(
      '[...document.querySelectorAll("section.orders tbody tr")].every((row) => row.getClientRects().length > 0)',
    );
    expect(shown).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.querySelector("section.orders")).breakBefore')).toBe('page');
    expect((await page.pdf({ format: 'Letter' })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
