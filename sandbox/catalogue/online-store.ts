/** The texts of the sample store beside its products, in English. */
export interface CataloguePage {
  title: string;
  handle: string;
  html: string;
  metaTitle?: string;
  metaDescription?: string;
  /** of the namespace `custom` */
  metafields?: CatalogueMetafield[];
}
export interface CatalogueMetafield {
  key: string;
  type: string;
  value: string;
}
export interface CatalogueArticle extends CataloguePage {
  summary: string;
  imageAlt?: string;
}
export interface CatalogueLink {
  title: string;
  url: string;
  items?: CatalogueLink[];
}

export const shopMeta = {
  title: "Fern & Field | Things for a slower day",
  description: "Clothing, homeware and small luxuries from makers who answer their own telephone. Shipped from Cork.",
};

export const pages: readonly CataloguePage[] = [
  {
    title: "About us",
    handle: "about-us",
    html: '<h2>Made slowly, sold plainly</h2><p>Fern &amp; Field began in 2014 as a stall of four metres on the Cork market. Today eleven of us pick what we would keep ourselves: <em>repairable, washable, honest about where it comes from</em>.</p><p>Come by on Saturdays: <a href="/pages/contact">how to find us</a>.</p>',
    metaTitle: "About Fern & Field",
    metaDescription: "Who we are, whom we buy from, and why we do not sell everything.",
  },
  {
    title: "Shipping and delivery",
    handle: "shipping",
    html: "<p>Orders placed before 14:00 leave us the same working day.</p><table><thead><tr><th>Where to</th><th>How long</th><th>Costs</th></tr></thead><tbody><tr><td>Ireland</td><td>1–2 days</td><td>€4.50</td></tr><tr><td>European Union</td><td>3–5 days</td><td>€9.00</td></tr><tr><td>Japan</td><td>7–10 days</td><td>€19.00</td></tr></tbody></table><p>Free from <strong>€80</strong> within the EU.</p>",
    metaDescription: "How long it takes, what it costs, and what happens when nobody is at home.",
  },
  {
    title: "Size guide",
    handle: "size-guide",
    html: "<p>All measurements are of the body, in centimetres.</p><ul><li><strong>S</strong>: chest 88–92</li><li><strong>M</strong>: chest 93–98</li><li><strong>L</strong>: chest 99–105</li></ul><p>Between two sizes? Linen loosens, so take the smaller one.</p>",
    metafields: [
      { key: "note", type: "html", value: "<p>Measured on <em>our own</em> eleven.</p>" },
      {
        key: "fitting",
        type: "link",
        value: '{"text":"Book a fitting in Cork","url":"https://fernandfield.example/fittings"}',
      },
    ],
  },
  {
    title: "Contact",
    handle: "contact",
    html: '<p>Write to <a href="mailto:hello@fernandfield.example">hello@fernandfield.example</a>. Niamh and Jonas answer on weekdays, within 24 hours.</p>',
  },
  { title: "Gift cards", handle: "gift-cards", html: "" },
];

export const blog = {
  title: "Field notes",
  handle: "field-notes",
  metaDescription: "From our workshop and our makers'.",
};

export const articles: readonly CatalogueArticle[] = [
  {
    title: "How a linen shirt ages",
    handle: "how-a-linen-shirt-ages",
    summary: "<p>Ten years, four shirts, one drawer: what washing does to linen.</p>",
    html: "<p>Linen is stiff for a summer and soft for the next ten. The fibre is hollow, so every wash takes a little of its starch along.</p><h3>What helps</h3><ol><li>Wash at 30 °C.</li><li>Hang it wet.</li><li>Iron while it is still damp, or not at all.</li></ol>",
    metaTitle: "How a linen shirt ages | Field notes",
    metaDescription: "What washing, sun and time do to linen, and how to help it along.",
    imageAlt: "Four linen shirts on a line, from stiff white to soft grey",
  },
  {
    title: "A visit to the pottery in Arita",
    handle: "a-visit-to-arita",
    summary: "",
    html: "<p>The kiln is lit on a Thursday and opened on a Sunday. Nobody speaks much on the Saturday.</p><blockquote>“A cup is finished when it has been dropped once.”</blockquote>",
  },
  {
    title: "Five things we no longer sell",
    handle: "five-things-we-no-longer-sell",
    summary: "<p>Some were good. None could be repaired.</p>",
    html: "<p>A kettle, two lamps, a watch and the umbrella everybody asks about. Here is <em>why</em>, and what we would buy instead.</p>",
  },
];

/** A policy without words is there, and listed nowhere. */
export const policies: readonly { title: string; html: string }[] = [
  {
    title: "Refund policy",
    html: "<p>You may send things back within 30 days. We refund the price once they have arrived, usually within 5 working days.</p><p>Opened food and cosmetics cannot be returned.</p>",
  },
  {
    title: "Privacy policy",
    html: "<p>We keep your address to send your order, and your e-mail address to tell you about it. We sell neither.</p>",
  },
  {
    title: "Terms of service",
    html: "<p>By ordering from Fern &amp; Field you agree to these terms. Irish law applies.</p>",
  },
  { title: "Shipping policy", html: "" },
];

export const menus: readonly { title: string; handle: string; items: CatalogueLink[] }[] = [
  {
    title: "Main menu",
    handle: "main-menu",
    items: [
      {
        title: "Shop",
        url: "/collections/all",
        items: [
          {
            title: "Clothing",
            url: "/collections/clothing",
            items: [{ title: "Linen", url: "/collections/clothing/linen" }],
          },
          { title: "For the home", url: "/collections/home" },
          { title: "Under €40", url: "/collections/under-40" },
        ],
      },
      { title: "Field notes", url: "/blogs/field-notes" },
      { title: "About us", url: "/pages/about-us" },
    ],
  },
  {
    title: "Footer menu",
    handle: "footer",
    items: [
      { title: "Shipping", url: "/pages/shipping" },
      { title: "Size guide", url: "/pages/size-guide" },
      { title: "Returns", url: "/policies/refund-policy" },
    ],
  },
];

export const filters: readonly string[] = ["Availability", "Price", "Color", "Size", "Material"];
