/** Facts of invented products as shops keep them in English, whatever language their texts are in: `Name: value`, one a line. */
export const sharedProducts = {
  lunchbox: `Material: food-grade silicone
    BPA-free: yes
    Dishwasher safe: yes
    Microwave safe: yes
    Non-toxic: yes
    Leakproof: yes
    Capacity: 600 ml
    Safety: tested for food contact by an independent lab
    Made in: Vietnam
    Warranty: 2 years
    Color: blue, grey`,
  blanket: `Material: 100% organic cotton
    Certification: GOTS, OEKO-TEX Standard 100
    Care: machine washable at 40 °C
    Hypoallergenic: yes
    Breathable: yes
    Packaging: plastic-free, recyclable cardboard
    Made in: Portugal
    Size: 80 x 100 cm`,
  balm: `Ingredients: shea butter, beeswax, calendula oil, vitamin E
    Dermatologically tested: yes
    Cruelty-free: yes
    Fragrance-free: yes
    Parabens: none
    Suitable for: sensitive skin
    Effect: soothes dry skin and relieves itching
    Volume: 50 ml
    Packaging: recyclable aluminium tin`,
  tea: `Ingredients: chamomile, lemon balm, lavender
    Organic: yes, certified
    Caffeine: none
    Vegan: yes
    Award: gold medal, Nordic Tea Awards 2023
    Tea bags: compostable
    Weight: 40 g`,
  light: `Waterproof: IPX6
    Battery: rechargeable, 1200 mAh
    Certificates: CE, RoHS
    Drop resistance: shock-proof, tested from 1 m
    Housing: flame retardant
    Warranty: 3 years
    Price guarantee: lowest price guaranteed`,
  board: `Material: solid oak
    Finish: natural oil, food safe
    Wood: FSC certified, from sustainable forestry
    Handmade: yes
    Made in: Germany
    Dishwasher safe: no
    Bestseller: yes`,
  /** says nothing that a shop must be able to prove */
  plain: `Type: N 7
    Color: blue
    Width: 12 cm`,
} as const;
