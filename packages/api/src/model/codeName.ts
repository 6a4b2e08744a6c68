const plants = (
  'Acacia Alder Almond Anise Apple Arbor Ash Aspen Aster Balsam Bamboo Banyan Barley Basil Bay Beech Begonia Birch Bramble Briar ' +
  'Bryony Buckeye Calla Camellia Canna Caraway Cassia Catalpa Cedar Celery Chestnut Chicory Citron Clover Coriander Cosmos Cotton ' +
  'Cowslip Cress Crocus Cypress Dahlia Daisy Dill Dogwood Ebony Elder Elm Fennel Fern Fescue Fig Filbert Fir Flax Foxglove Freesia ' +
  'Fuchsia Gardenia Gentian Ginger Ginkgo Gorse Hawthorn Hazel Heather Hemlock Hibiscus Hickory Holly Hyssop Indigo Iris Ivy Jasmine ' +
  'Juniper Kapok Larch Larkspur Laurel Lavender Lemon Lichen Lilac Lily Lime Linden Lotus Lupine Magnolia Mallow Maple Marigold Mimosa ' +
  'Mint Moss Mulberry Myrtle Nettle Nutmeg Oak Oleander Olive Orchid Oregano Osier Palm Pansy Papaya Pecan Peony Pine Plum Poplar Poppy ' +
  'Primrose Privet Quince Reed Rose Rosemary Rowan Rush Rye Saffron Sage Sedge Senna Sorrel Spruce Sumac Sycamore Tamarind Tansy Teasel ' +
  'Thistle Thyme Tulip Vetch Viola Walnut Willow Wisteria Yarrow Yew Yucca Zinnia'
).split(' ');

/** Name under which a protected person is shown: always the same for one entity, and says nothing about it. `Juniper-47`. */
export function codeName(entityId: string): string {
  let hash = 0x811c9dc5;
  for (const letter of entityId) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return `${plants[hash % plants.length]}-${1 + (Math.floor(hash / plants.length) % 99)}`;
}
