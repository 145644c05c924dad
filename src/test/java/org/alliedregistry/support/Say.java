package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.pledge.Says;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.Source;

/**
 * One statement in one line. Official, silent on what is not named, and said on the day of its
 * number: a pledge's first statement on 1 January 2026, its second on the 2nd, and so on.
 */
public final class Say {

  static final Source SOURCE = new Source("Worked case", null, null, null);

  private Position position;
  private Said<Quantity> amount = Said.silence();
  private Said<String> wording = Said.silence();
  private Said<Part> committed = Said.silence();
  private Said<Part> allocated = Said.silence();
  private Said<Part> inPlace = Said.silence();
  private Said<SortedSet<String>> conditions = Said.silence();
  private SortedSet<String> lifts = new TreeSet<>();
  private Said<SortedSet<String>> caveats = Said.silence();
  private Said<Place> place = Said.silence();
  private Said<LocalDate> from = Said.silence();
  private Said<LocalDate> until = Said.silence();
  private Said<Integer> days = Said.silence();
  private String id;
  private LocalDate on;
  private Evidence evidence = Evidence.OFFICIAL;
  private String corrects;
  private boolean isVoid;

  private Say(Position position) {
    this.position = position;
  }

  /** Silent on everything so far. */
  public static Say that() {
    return new Say(null);
  }

  public static Say pledged() {
    return new Say(Position.PLEDGED);
  }

  public static Say pledged(Quantity amount) {
    return pledged().amount(amount);
  }

  public static Say considering(Quantity amount) {
    return new Say(Position.CONSIDERING).amount(amount);
  }

  public static Say considering() {
    return new Say(Position.CONSIDERING);
  }

  public static Say declined() {
    return new Say(Position.DECLINED);
  }

  public static Say withdrawn() {
    return new Say(Position.WITHDRAWN);
  }

  public Say position(Position said) {
    position = said;
    return this;
  }

  public Say amount(Quantity said) {
    return amount(Said.of(said));
  }

  public Say amount(Said<Quantity> said) {
    amount = said;
    return this;
  }

  /** Expressly not quantified. */
  public Say noAmount() {
    return amount(Said.<Quantity>none());
  }

  public Say wording(String said) {
    wording = Said.of(said);
    return this;
  }

  public Say committed(Said<Part> said) {
    committed = said;
    return this;
  }

  public Say committed(Quantity said) {
    return committed(Sizes.counted(said));
  }

  public Say allocated(Said<Part> said) {
    allocated = said;
    return this;
  }

  public Say allocated(Quantity said) {
    return allocated(Sizes.counted(said));
  }

  public Say inPlace(Said<Part> said) {
    inPlace = said;
    return this;
  }

  public Say inPlace(Quantity said) {
    return inPlace(Sizes.counted(said));
  }

  public Say conditions(String... codes) {
    conditions = Said.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public Say conditions(Said<SortedSet<String>> said) {
    conditions = said;
    return this;
  }

  public Say caveats(Said<SortedSet<String>> said) {
    caveats = said;
    return this;
  }

  public Say lifts(String... codes) {
    lifts = new TreeSet<>(Set.of(codes));
    return this;
  }

  public Say caveats(String... codes) {
    caveats = Said.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public Say at(Place said) {
    return place(Said.of(said));
  }

  public Say place(Said<Place> said) {
    place = said;
    return this;
  }

  public Say from(String day) {
    return from(Said.of(LocalDate.parse(day)));
  }

  public Say from(Said<LocalDate> said) {
    from = said;
    return this;
  }

  public Say until(String day) {
    return until(Said.of(LocalDate.parse(day)));
  }

  public Say until(Said<LocalDate> said) {
    until = said;
    return this;
  }

  public Say days(int said) {
    return days(Said.of(said));
  }

  public Say days(Said<Integer> said) {
    days = said;
    return this;
  }

  public Say on(String day) {
    return on(LocalDate.parse(day));
  }

  public Say on(LocalDate day) {
    on = day;
    return this;
  }

  public Say id(String chosen) {
    id = chosen;
    return this;
  }

  /** In the press. */
  public Say reported() {
    return by(Evidence.REPORTED);
  }

  public Say by(Evidence grade) {
    evidence = grade;
    return this;
  }

  public Say corrects(String target) {
    corrects = target;
    return this;
  }

  public Say voids(String target) {
    isVoid = true;
    return corrects(target);
  }

  /** The statement, the number-th (from 1) recorded of its pledge; its id is "pledge#number". */
  public Statement of(String pledge, int number) {
    LocalDate day = on == null ? LocalDate.of(2025, 12, 31).plusDays(number) : on;
    Attribution said =
        new Attribution(day, evidence, null, SOURCE, Releasability.PUBLIC, corrects, isVoid, null);
    return new Statement(id == null ? pledge + "#" + number : id, pledge, said, says());
  }

  private Says says() {
    return new Says(
        position,
        amount,
        wording,
        committed,
        allocated,
        inPlace,
        conditions,
        lifts,
        caveats,
        place,
        from,
        until,
        days);
  }
}
