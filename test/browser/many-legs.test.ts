import { afterAll, beforeAll, expect, it } from "vitest";
import { summaryOf } from "../support/engine-page.ts";
import { type OpenSite, openSite } from "../support/site.ts";

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

const count = 200;

/** A file of answers with that many journeys, each by rail over a distance of its own. */
function answers(): string {
  const legs = Array.from({ length: count }, (_, index) => ({
    travellers: "2 person",
    leg_method: "by_distance",
    distance_mode: "rail",
    one_way_km: `${index + 1} km`,
    trip: "one_way",
  }));
  const given = { people: "30 person", room_area: "120 m2", room_hours: "3 h", legs };
  return JSON.stringify({
    format: "answers/1",
    methodology: "MEETING-1",
    sets: { plan: { given } },
  });
}

it("drops no key among 200 legs of travel, and ends with the result of what was typed", async () => {
  const page = await site.page("/en/MEETING-1/");
  await page.getByRole("button", { name: "Open saved answers" }).waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: "answers.json",
    mimeType: "application/json",
    buffer: Buffer.from(answers()),
  });
  await page.locator("summary", { hasText: "Travel of participants" }).click();
  const fields = page.getByLabel("One-way distance");
  await expect.poll(() => fields.count(), { timeout: 45_000 }).toBe(count);
  await page.locator(".headline .total").waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, "times", times);
    addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
      },
      true,
    );
  });
  const typed: string[] = [];
  for (let at = 0; at < count; at += 20) {
    const text = `${1000 + at}.25`;
    typed.push(text);
    const field = fields.nth(at);
    await field.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
  }
  const shown = await fields.evaluateAll((all) =>
    all.filter((_, at) => at % 20 === 0).map((one) => (one as HTMLInputElement).value),
  );
  expect(shown).toEqual(typed);
  // 2 persons × km × 0.017 kg, where every twentieth of 1 … 200 km was replaced, and 13.40064 kg of the room.
  const total = page.locator(".headline .total").filter({ hasText: "1,036.5" });
  await total.waitFor({ timeout: 45_000 });
  const times = await page.evaluate(() => Reflect.get(globalThis, "times") as number[]);
  console.log(`key to paint among ${count} legs: ${summaryOf(times)}`);
  await page.close();
}, 120_000);
