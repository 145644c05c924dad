package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.pledge.FieldValue;
import org.alliedregistry.domain.pledge.Position;
import org.alliedregistry.domain.pledge.Progress;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.pledge.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;

/**
 * One statement in one line. Official, silent on what is not named, and said on the day of its
 * number: a pledge's first statement on 1 January 2026, its second on the 2nd, and so on.
 */
public final class Say {

  static final Source SOURCE = new Source("Worked case", null, null, null);

  private Position position;
  private FieldValue<Quantity> amount = FieldValue.silence();
  private FieldValue<String> wording = FieldValue.silence();
  private FieldValue<Progress> committed = FieldValue.silence();
  private FieldValue<Progress> allocated = FieldValue.silence();
  private FieldValue<Progress> inPlace = FieldValue.silence();
  private FieldValue<SortedSet<String>> conditions = FieldValue.silence();
  private SortedSet<String> lifts = new TreeSet<>();
  private FieldValue<SortedSet<String>> caveats = FieldValue.silence();
  private FieldValue<PlaceOfEmployment> place = FieldValue.silence();
  private FieldValue<LocalDate> from = FieldValue.silence();
  private FieldValue<LocalDate> until = FieldValue.silence();
  private FieldValue<Integer> days = FieldValue.silence();
  private String id;
  private LocalDate on;
  private EvidenceGrade evidence = EvidenceGrade.OFFICIAL;
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
    return amount(FieldValue.of(said));
  }

  public Say amount(FieldValue<Quantity> said) {
    amount = said;
    return this;
  }

  /** Expressly not quantified. */
  public Say noAmount() {
    return amount(FieldValue.<Quantity>none());
  }

  public Say wording(String said) {
    wording = FieldValue.of(said);
    return this;
  }

  public Say committed(FieldValue<Progress> said) {
    committed = said;
    return this;
  }

  public Say committed(Quantity said) {
    return committed(Sizes.counted(said));
  }

  public Say allocated(FieldValue<Progress> said) {
    allocated = said;
    return this;
  }

  public Say allocated(Quantity said) {
    return allocated(Sizes.counted(said));
  }

  public Say inPlace(FieldValue<Progress> said) {
    inPlace = said;
    return this;
  }

  public Say inPlace(Quantity said) {
    return inPlace(Sizes.counted(said));
  }

  public Say conditions(String... codes) {
    conditions = FieldValue.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public Say conditions(FieldValue<SortedSet<String>> said) {
    conditions = said;
    return this;
  }

  public Say caveats(FieldValue<SortedSet<String>> said) {
    caveats = said;
    return this;
  }

  public Say lifts(String... codes) {
    lifts = new TreeSet<>(Set.of(codes));
    return this;
  }

  public Say caveats(String... codes) {
    caveats = FieldValue.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public Say at(PlaceOfEmployment said) {
    return place(FieldValue.of(said));
  }

  public Say place(FieldValue<PlaceOfEmployment> said) {
    place = said;
    return this;
  }

  public Say from(String day) {
    return from(FieldValue.of(LocalDate.parse(day)));
  }

  public Say from(FieldValue<LocalDate> said) {
    from = said;
    return this;
  }

  public Say until(String day) {
    return until(FieldValue.of(LocalDate.parse(day)));
  }

  public Say until(FieldValue<LocalDate> said) {
    until = said;
    return this;
  }

  public Say days(int said) {
    return days(FieldValue.of(said));
  }

  public Say days(FieldValue<Integer> said) {
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
    return by(EvidenceGrade.REPORTED);
  }

  public Say by(EvidenceGrade grade) {
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

  private StatementContent says() {
    return new StatementContent(
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
