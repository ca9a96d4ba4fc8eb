/** Goes the way of somebody who presses *Add to Slack* and consents; the status of the page at its end. */
export async function installApp(origin: string, team: { id: string }): Promise<number> {
  const page = await fetch(`${origin}/slack/install`);
  const [cookie = ''] = page.headers.getSetCookie();
  const authorize = /href="([^"]+oauth\/v2\/authorize[^"]*)"/u.exec(await page.text())?.[1] ?? '';
  const consent = await fetch(`${authorize.replaceAll('&amp;', '&')}&team=${team.id}`, { redirect: 'manual' });
  const done = await fetch(consent.headers.get('location') ?? '', { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  return done.status;
}
