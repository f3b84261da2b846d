import { entries } from "./category-attributes.ts";
import type { CatalogueProduct } from "./shape.ts";

type Metafields = NonNullable<CatalogueProduct["metafields"]>;

const measured = (value: number, unit: string): string => JSON.stringify({ value, unit });

/** Metafields of the types that a careful shop uses beside plain text, by the title of the product that has them. */
const byTitle: Readonly<Record<string, Metafields>> = {
  "Marram Linen Shirt": {
    "shopify.color-pattern": ["list.metaobject_reference", entries("White", "Sand", "Navy")],
    "shopify.fabric": ["list.metaobject_reference", entries("Linen")],
    "shopify.age-group": ["list.metaobject_reference", entries("Adults")],
    "custom.designed_by": ["metaobject_reference", JSON.parse(entries("Inês Duarte"))[0]],
    "custom.goes_with": ["list.product_reference", '["gid://shopify/Product/8000000000001"]'],
  },
  "Heavyweight Pocket Tee": {
    "shopify.fabric": ["list.metaobject_reference", entries("Organic cotton")],
    "custom.neckline": ["product_taxonomy_value_reference", "gid://shopify/TaxonomyValue/2874"],
    "custom.care_wash": ["list.product_taxonomy_value_reference", '["gid://shopify/TaxonomyValue/17"]'],
  },
  "Over-Ear Headphones H2": {
    "custom.battery": ["battery_charge_capacity", measured(800, "MILLIAMP_HOURS")],
    "custom.antenna_gain": ["antenna_gain", measured(2.5, "DECIBELS_ISOTROPIC")],
    "custom.frequency_range": ["list.frequency", `[${measured(4, "HERTZ")},${measured(40, "KILOHERTZ")}]`],
    "custom.impedance": ["electrical_resistance", measured(32, "OHMS")],
    "custom.foldable": ["boolean", "true"],
    "custom.waterproof": ["boolean", "false"],
    "custom.repairability": ["rating", '{"value":"8.5","scale_min":"0.0","scale_max":"10.0"}'],
  },
  "Bookshelf Speakers B5 (pair)": {
    "custom.rated_power": ["power", measured(60, "WATTS")],
    "custom.sensitivity": ["sound_level", measured(87, "DECIBELS")],
    "custom.supply": ["voltage", measured(230, "VOLTS")],
    "custom.manual": ["link", '{"text":"Setting up your speakers","url":"https://northwave.example/manuals/b5"}'],
  },
  "Braided USB-C Cable": {
    "custom.data_rate": ["data_transfer_rate", measured(480, "MEGABITS_PER_SECOND")],
    "custom.current": ["electric_current", measured(5, "AMPERES")],
  },
  "Arc Desk Lamp": {
    "custom.brightness": ["luminous_flux", measured(650, "LUMENS")],
    "custom.at_the_desk": ["illuminance", measured(500, "LUX")],
    "custom.colour_temperature": ["temperature", measured(2700, "KELVIN")],
    "custom.lifetime": ["duration", measured(25_000, "HOURS")],
    "custom.finish": ["color", "#2f3b2c"],
  },
  "Insulated Bottle 750 ml": {
    "custom.us_capacity": ["volume", measured(25.4, "US_FLUID_OUNCES")],
    "custom.keeps_cold": ["duration", measured(24, "HOURS")],
    "custom.test_pressure": ["pressure", measured(2, "BARS")],
  },
  "Two-Person Trekking Tent": {
    "custom.floor": ["area", measured(2.8, "SQUARE_METERS")],
    "custom.floor_us": ["area", measured(30, "SQUARE_FEET")],
    "custom.season_start": ["date", "2026-03-01"],
    "custom.deposit": ["money", '{"amount":"40.00","currency_code":"EUR"}'],
  },
  "Waffle Bath Towel": {
    "custom.sizes": ["list.dimension", `[${measured(50, "CENTIMETERS")},${measured(70, "CENTIMETERS")}]`],
    "custom.care": [
      "rich_text_field",
      '{"type":"root","children":[{"type":"list","listType":"unordered","children":[{"type":"list-item","children":[{"type":"text","value":"Set of two"},{"type":"list","listType":"unordered","children":[{"type":"list-item","children":[{"type":"text","value":"Fork-knit edge"}]}]}]}]}]}',
    ],
  },
  "Olive oil 0,5l": {
    "custom.energy": ["energy", measured(824, "KILOCALORIES")],
    "custom.harvest": ["date_time", "2025-10-12T06:30:00+00:00"],
    "custom.gluten_free": ["boolean", "true"],
    "custom.added_sugar": ["boolean", "false"],
    "custom.label_language": ["language", "it"],
    "custom.analysis": ["json", '{"acidity":"0.2 %","peroxide":7}'],
    "custom.lot": ["id", "L-2210"],
  },
}; // biome-ignore format: a table

/** The product with the typed metafields that it has. */
export function withTypedMetafields(product: CatalogueProduct): CatalogueProduct {
  const typed = byTitle[product.title];
  return typed ? { ...product, metafields: { ...product.metafields, ...typed } } : product;
}
