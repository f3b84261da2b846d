/** Facts of products in English, as many shops keep them whatever the language of their texts: `Name: value`, one a line. */
export const claimedProducts = {
  mug: `Material: ceramic
    Colour: green
    Capacity: 350 ml`,
  teether: `Material: food-grade silicone
    BPA-free: yes
    Non-toxic: yes
    Dishwasher safe: yes
    Age: from 3 months
    Certification: CE, EN 71
    Small parts: none
    Packaging: recycled cardboard
    Warranty: 2 years`,
  bar: `Organic: yes
    Vegan: yes
    Ingredients: oats, dates, hazelnuts
    Allergens: nuts, may contain milk
    Palm oil: no
    Added sugar: no
    Packaging: compostable film
    Award: Great Taste Award 2023`,
  pillow: `Cover: 100% organic cotton, GOTS certified
    Filling: recycled polyester
    Hypoallergenic: yes
    Machine washable: 60 °C
    OEKO-TEX Standard 100: yes
    Tested: independent laboratory test for harmful substances
    Flame retardant: yes`,
  cream: `Vegan: yes
    Cruelty-free: yes
    Dermatologically tested: yes
    Suitable for sensitive skin: yes
    Fragrance: none
    Sun protection: SPF 30, protects against UV rays
    Claim: reduces the appearance of wrinkles
    Jar: glass, refillable, recyclable
    Carbon neutral: yes`,
  jacket: `Material: 100% recycled polyester
    Waterproof: yes, 10,000 mm
    Windproof: yes
    PFAS-free: yes
    Sale: was 120 €, now 90 €
    Warranty: 2 years
    Origin: made in Portugal
    Production: climate-neutral
    Rating: 4.8 of 5 from 320 reviews`,
  bottle: `Material: stainless steel
    Leakproof: yes
    Shatterproof: yes
    Food-safe: yes
    Dishwasher safe: no
    Base: non-slip
    Keeps drinks cold: 24 h
    Plastic-free packaging: yes`,
  heat: `Claims: soothes sore muscles, relieves back pain
    Effect: promotes blood circulation
    Automatic shut-off: yes
    Cover: washable, cotton
    Tested: TÜV tested for safety
    Energy saving: yes
    Medical device: class IIa
    Recommended by: physiotherapists`,
} as const;
