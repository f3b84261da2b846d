import { describe, expect, it } from "vitest";
import { dateOf, ratingOf, readReviewRow } from "../../../app/catalog/reviews/read-review-row.ts";
import { appOf, guessColumns } from "../../../app/catalog/reviews/review-columns.ts";
import { parseCsv } from "../../../app/lib/parse-csv.ts";

/** Reads a file by the columns that its head tells. */
function read(file: string) {
  const parsed = parseCsv(file);
  if ("unclosed" in parsed) throw new Error("a quote is open");
  const [head, ...rows] = parsed.records;
  const names = head?.cells ?? [];
  const columns = guessColumns(names);
  const read = rows.map(({ cells }) => readReviewRow((column) => cells[names.indexOf(column)] ?? "", columns));
  return { app: appOf(names), columns, rows: read };
}

const said = "Soaks in fast, no stickiness";

describe("exports of review apps are read without being told their columns", () => {
  it.each([
    [
      "Judge.me",
      `title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location\nGreat,"${said}",5,2026-08-01 10:00:00 UTC,web,ok,Sarah Kim,sarah@example.com,123,glow,,,,10.1.2.3,Austin`,
      { product_id: "123", product_handle: "glow" },
    ],
    [
      "Loox",
      `id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase\n1,Active,5,a@b.example,Sarah,Sarah Kim,"${said}",2026-08-01T10:00:00.000Z,123,glow,,M,true`,
      { product_id: "123", product_handle: "glow" },
    ],
    [
      "Loox",
      `product_handle,product_Id,rating,author,email,body,created_at,photo_url,reply,replied_at,verified_purchase,incentivized\nglow,123,5,Sarah,,"${said}",2026-08-01,,,,TRUE,`,
      { product_id: "123", product_handle: "glow" },
    ],
    [
      "Yotpo",
      `Review Title;Review Content;Review Score;Date;Product ID;Product Title;Product URL;Display Name;Email;Verified Purchase\nGreat;"${said}";5;2026-08-01;123;Glow;https://shop.example/products/Glow?variant=1;Sarah;a@b.example;Yes`,
      { product_id: "123", product_handle: "glow", product_title: "Glow" },
    ],
    [
      "Okendo",
      `name,body,handle,productId,rating,sku,dateCreated,countryCode,email,isRecommended,title,isVerifiedBuyer,status\nSarah,"${said}",glow,123,5,GLW-1,2026-08-01,us,,true,Great,true,approved`,
      { product_id: "123", product_handle: "glow", sku: "GLW-1" },
    ],
    [
      "Stamped",
      `product_id,productUrl,productImageUrl,productTitle,rating,title,author,email,body,created_at,published\n123,https://shop.example/products/glow,,Glow,5,Great,Sarah,,"${said}",2026-08-01 10:00:00,true`,
      { product_id: "123", product_handle: "glow", product_title: "Glow" },
    ],
  ])("%s", (app, file, product) => {
    const { app: found, rows } = read(file);
    expect(found).toBe(app);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: "review", product, review: { body: said, rating: 1 } });
    const [row] = rows;
    const writtenAt = row?.kind === "review" ? row.review.writtenAt : null;
    expect(new Date(writtenAt ?? 0).toISOString().slice(0, 10)).toBe("2026-08-01");
    expect(JSON.stringify(rows)).not.toMatch(/sarah|example\.com|10\.1\.2\.3|austin/iu);
  });
});

it("what the shop hides, what has no words and what names no product is left out, each with its reason", () => {
  const { rows } = read(
    [
      "body,rating,state,product_handle",
      "Fine.,5,published,glow",
      "Buy watches,5,spam,glow",
      "Bad.,1,unpublished,glow",
      "Later.,4,pending,glow",
      ",5,published,glow",
      "<p> </p>,5,published,glow",
      "Fine.,5,published,",
    ].join("\n"),
  );
  const kinds = rows.map((row) => (row.kind === "left_out" ? row.problem : row.kind));
  expect(kinds).toEqual(["review", "hidden", "hidden", "hidden", "no_text", "no_text", "no_product_named"]);
});

it("a state in words that nobody knows hides nothing", () => {
  const states = ["live", "oui", "veröffentlicht", "公開", "Y"];
  const { rows } = read(["body,state,handle", ...states.map((state) => `Fine.,${state},glow`)].join("\n"));
  expect(rows.map(({ kind }) => kind)).toEqual(states.map(() => "review"));
});

it("a cell as long as a file is read in an instant", () => {
  const long = `${"1".repeat(400_000)}x`;
  const time = `2026-01-01 12:00${" ".repeat(400_000)}x`;
  const { rows } = read(`product_id,body,created_at,rating,state,sku\n${long},Fine.,${time},${long},${long},${long}`);
  expect(rows).toHaveLength(1);
}, 5_000);

it("a column that says hidden is read the other way round", () => {
  const { rows } = read("body,rating,hidden,handle\nFine.,5,false,glow\nBad.,1,true,glow");
  expect(rows.map(({ kind }) => kind)).toEqual(["review", "hidden"]);
});

it("the same review has the same key however often it comes, and another text another one", () => {
  const keyOf = (body: string, id = "") => {
    const [row] = read(`review_id,body,rating,handle\n${id},${body},5,glow`).rows;
    return row?.kind === "review" ? row.review.key : null;
  };
  expect(keyOf("Fine.")).toBe(keyOf("Fine."));
  expect(keyOf("Fine.")).not.toBe(keyOf("Good."));
  // Its app knows it again although its words were edited.
  expect(keyOf("Fine.", "r1")).toBe(keyOf("Good.", "r1"));
});

it("words are read as their reader has them, without addresses of mail", () => {
  const [row] = read('body,rating,handle\n"<p>Très &amp; bien</p><p>Write me: jo@example.com</p>",5,glow').rows;
  expect(row?.kind === "review" && row.review.body).toBe("Très & bien\nWrite me: …");
  const [plain] = read('body,rating,handle\n"I <3 it &amp; you\u200b\u0007",5,glow').rows;
  expect(plain?.kind === "review" && plain.review.body).toBe("I <3 it & you");
});

it.each([
  ["5", 1],
  ["1", 0],
  ["4,5", 0.875],
  ["4/5", 0.75],
  ["4.0 out of 5", 0.75],
  ["5 stars", 1],
  ["5★", 1],
  ["8/10", 7 / 9],
  ["★★★★☆", 0.75],
  ['{"value":"8","scale_min":"0","scale_max":"10"}', 0.8],
  ['{"value":"4.0","scale_min":"1.0","scale_max":"5.0"}', 0.75],
  ["12", null],
  ["0", null],
  ["good", null],
  ["", null],
])("a rating of %s is %s of its scale", (written, rating) => {
  expect(ratingOf(written)).toBe(rating);
});

it.each([
  ["2026-08-01", "2026-08-01T00:00:00.000Z"],
  ["2026-08-01 10:12:00 UTC", "2026-08-01T10:12:00.000Z"],
  ["2026-08-01T10:12:00-04:00", "2026-08-01T14:12:00.000Z"],
  ["2026-08-01 10:12:00 +0200", "2026-08-01T08:12:00.000Z"],
  ["25/03/2026", "2026-03-25T00:00:00.000Z"],
  ["03/25/2026", "2026-03-25T00:00:00.000Z"],
  ["25.3.2026", "2026-03-25T00:00:00.000Z"],
  // Either of the two may be the month.
  ["05/03/2026", null],
  ["2026-02-31", null],
  ["yesterday", null],
])("a date of %s is %s", (written, at) => {
  const time = dateOf(written);
  expect(time === null ? null : new Date(time).toISOString()).toBe(at);
});
