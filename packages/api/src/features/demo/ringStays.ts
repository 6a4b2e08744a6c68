import { addDays, at } from './calendar.ts';
import type { Place } from './places.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { mainPhone, roomCards, roomsEmail, van } from './ringCast.ts';
import { route, type Halt } from './ringRoute.ts';
import { marlowBend } from './places.ts';
import { stay } from './things.ts';
import type { ReportInput } from '../../model/reportInput.ts';

/** Hotel registries: rooms side by side, booked by one phone, paid with cards bought for cash. */
export function ringStays(): ReportInput[] {
  return [...route.map(reportHalt), ...extraNights()];
}

interface Room {
  readonly place: Place;
  readonly room: string;
  readonly checkIn: string;
  readonly checkOut: string;
}

function roomStay({ place, room, checkIn, checkOut }: Room): Thing {
  const bookingReference = `${String(place.lodging.properties['propertyCode'])}-${checkIn.slice(5).replace('-', '')}-${room}`;
  return stay({ checkIn, checkOut, room, bookingReference });
}

function reportHalt(halt: Halt, index: number): ReportInput {
  const { place, checkIn, checkOut } = halt;
  const report = new ReportDraft(
    reportHead(
      {
        agency: place.agency,
        kind: 'HOTEL_REGISTRY',
        sharing: halt.sharing,
        occurredAt: at(checkIn, 16),
        daysLater: 6,
        grade: 'B2',
      },
      {
        narrative: `Registry of ${String(place.lodging.properties['name'])}: rooms asked for side by side, card bought for cash, no housekeeping.`,
      },
    ),
  );
  for (const [room, guests] of Object.entries(halt.rooms)) {
    const night = roomStay({ place, room, checkIn, checkOut });
    report.say(night, 'AT', place.lodging).say(mainPhone, 'BOOKED', night);
    report.say(roomCards[index % roomCards.length]!, 'PAID_FOR', night, { start: checkIn });
    for (const guest of guests) report.say(guest, 'GUEST_OF', night, { start: checkIn, end: checkOut });
  }
  const [first] = Object.keys(halt.rooms);
  const firstNight = roomStay({ place, room: first!, checkIn, checkOut });
  report.say(halt.burner, 'PRESENT_AT', firstNight).say(van, 'PRESENT_AT', firstNight, { start: at(checkIn, 22, 10) });
  if (index % 3 === 0) report.say(roomsEmail, 'BOOKED', firstNight);
  return report.say(place.lodging, 'AT', place.address).finish();
}

/** One night, extended day by day: the same room, the same booker, a new card each time. */
function extraNights(): ReportInput[] {
  return [0, 1, 2].map((night) => {
    const checkIn = addDays('2026-02-14', night);
    const extra = roomStay({ place: marlowBend, room: '118', checkIn, checkOut: addDays(checkIn, 1) });
    return new ReportDraft(
      reportHead({ agency: 'BAYOU-SO', kind: 'HOTEL_REGISTRY', sharing: 'SHARED', occurredAt: at(checkIn, 11), grade: 'B2' }),
    )
      .say(extra, 'AT', marlowBend.lodging)
      .say(mainPhone, 'BOOKED', extra)
      .say(roomCards[night]!, 'PAID_FOR', extra, { start: checkIn })
      .finish();
  });
}
