import { expect, it } from "vitest";
import { readOptions } from "../../site/embed/options.ts";
import { type Choice, waysFor } from "../../site/embed/snippets.ts";
import type { Versions } from "../../site/embed/versions.ts";

const version: Versions = {
  format: "versions/1",
  newest: "1.0.0-abc",
  integrity: { "embed/frame.js": "sha384-f", "embed/element.js": "sha384-e" },
  zip: { path: "v/1.0.0-abc.zip", bytes: 1, sha256: "0" },
};

const plain: Choice = {
  home: "https://santei.example/",
  id: "AG-004",
  title: "Biochar",
  language: "ja",
  options: { theme: "auto", textSize: "normal", given: new Map(), hide: [] },
};

const full: Choice = {
  ...plain,
  id: "MEETING-1",
  title: 'Meeting "A"',
  language: "en",
  version,
  options: {
    theme: "dark",
    textSize: "larger",
    given: new Map([
      ["people", "30"],
      ["room_area", "1,200 m2"],
      ["legs.1.leg_name", "a&b"],
    ]),
    hide: ["people", "legs"],
  },
};

const fragment =
  "#theme=dark&amp;text-size=larger&amp;given.people=30&amp;given.room_area=1%2C200+m2&amp;given.legs.1.leg_name=a%26b&amp;hide=people%2Clegs";
const home = "https://santei.example/v/1.0.0-abc/";

it("writes the lines for the newest", () => {
  expect(waysFor(plain).map(({ snippet }) => snippet)).toEqual([
    '<iframe src="https://santei.example/AG-004/embed/" title="Biochar" loading="lazy" width="100%" height="1200"></iframe>',
    '<a class="santei" data-santei href="https://santei.example/AG-004/">Biochar</a>\n<script src="https://santei.example/embed/frame.js" async></script>',
    '<santei-calculator methodology="AG-004" lang="ja"><a href="https://santei.example/AG-004/">Biochar</a></santei-calculator>\n<script type="module" src="https://santei.example/embed.js"></script>',
    '<a href="https://santei.example/AG-004/">Biochar</a>',
  ]);
});

it("writes the lines for a version, with hashes, and the element by its own name", () => {
  const link = `<a href="${home}en/MEETING-1/embed/${fragment}">Meeting &quot;A&quot;</a>`;
  expect(waysFor(full).map(({ snippet }) => snippet)).toEqual([
    `<iframe src="${home}en/MEETING-1/embed/${fragment}" title="Meeting &quot;A&quot;" loading="lazy" width="100%" height="1200"></iframe>`,
    `<a class="santei" data-santei href="${home}en/MEETING-1/${fragment}">Meeting &quot;A&quot;</a>\n<script src="${home}embed/frame.js" integrity="sha384-f" crossorigin="anonymous" async></script>`,
    `<santei-meeting people="30" room-area="1,200 m2" lang="en" theme="dark" text-size="larger" answers="legs.1.leg_name=a%26b" hide="people,legs" home="${home}">${link}</santei-meeting>\n<script type="module" src="${home}embed/element.js" integrity="sha384-e" crossorigin="anonymous"></script>`,
    link,
  ]);
});

it("reads what it writes", () => {
  const written = fragment.replaceAll("&amp;", "&");
  expect(readOptions(written)).toEqual(full.options);
  // As a system leaves it that escapes twice and likes capitals.
  expect(readOptions(fragment.replace("dark", "DARK"))).toEqual(full.options);
  expect(readOptions("#theme=pink&text-size=&unknown=1&hide=")).toEqual(plain.options);
});

it("asks for easy Japanese at the Japanese address", () => {
  const easy: Choice = { ...plain, options: { ...plain.options, language: "ja-easy" } };
  const [frame, , element] = waysFor(easy).map(({ snippet }) => snippet);
  expect(frame).toContain('src="https://santei.example/AG-004/embed/#language=ja-easy"');
  expect(element).toContain('<santei-calculator methodology="AG-004" lang="ja-easy">');
  expect(readOptions("#language=ja-easy").language).toBe("ja-easy");
  expect(readOptions("#language=ja-hard").language).toBeUndefined();
});
