package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
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
public final class StatementFixture {

  static final Source SOURCE = new Source("Worked case", null, null, null);

  private Position position;
  private FieldValue<Quantity> amount = FieldValue.absent();
  private FieldValue<String> wording = FieldValue.absent();
  private FieldValue<Progress> committed = FieldValue.absent();
  private FieldValue<Progress> allocated = FieldValue.absent();
  private FieldValue<Progress> inPlace = FieldValue.absent();
  private FieldValue<SortedSet<String>> conditions = FieldValue.absent();
  private SortedSet<String> lifts = new TreeSet<>();
  private FieldValue<SortedSet<String>> caveats = FieldValue.absent();
  private FieldValue<PlaceOfEmployment> place = FieldValue.absent();
  private FieldValue<LocalDate> from = FieldValue.absent();
  private FieldValue<LocalDate> until = FieldValue.absent();
  private FieldValue<Integer> days = FieldValue.absent();
  private FieldValue<LocalDate> due = FieldValue.absent();
  private Side side = Side.DONOR;
  private String id;
  private LocalDate on;
  private EvidenceGrade evidence = EvidenceGrade.OFFICIAL;
  private String corrects;
  private boolean isVoid;

  private StatementFixture(Position position) {
    this.position = position;
  }

  /** Silent on everything so far. */
  public static StatementFixture that() {
    return new StatementFixture(null);
  }

  public static StatementFixture pledged() {
    return new StatementFixture(Position.PLEDGED);
  }

  public static StatementFixture pledged(Quantity amount) {
    return pledged().amount(amount);
  }

  public static StatementFixture considering(Quantity amount) {
    return new StatementFixture(Position.CONSIDERING).amount(amount);
  }

  public static StatementFixture considering() {
    return new StatementFixture(Position.CONSIDERING);
  }

  public static StatementFixture declined() {
    return new StatementFixture(Position.DECLINED);
  }

  public static StatementFixture withdrawn() {
    return new StatementFixture(Position.WITHDRAWN);
  }

  public StatementFixture position(Position statement) {
    position = statement;
    return this;
  }

  public StatementFixture amount(Quantity statement) {
    return amount(FieldValue.of(statement));
  }

  public StatementFixture amount(FieldValue<Quantity> statement) {
    amount = statement;
    return this;
  }

  /** Expressly not quantified. */
  public StatementFixture noAmount() {
    return amount(FieldValue.<Quantity>explicitNull());
  }

  public StatementFixture wording(String statement) {
    wording = FieldValue.of(statement);
    return this;
  }

  public StatementFixture committed(FieldValue<Progress> statement) {
    committed = statement;
    return this;
  }

  public StatementFixture committed(Quantity statement) {
    return committed(Sizes.counted(statement));
  }

  public StatementFixture allocated(FieldValue<Progress> statement) {
    allocated = statement;
    return this;
  }

  public StatementFixture allocated(Quantity statement) {
    return allocated(Sizes.counted(statement));
  }

  public StatementFixture inPlace(FieldValue<Progress> statement) {
    inPlace = statement;
    return this;
  }

  public StatementFixture inPlace(Quantity statement) {
    return inPlace(Sizes.counted(statement));
  }

  public StatementFixture conditions(String... codes) {
    conditions = FieldValue.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public StatementFixture conditions(FieldValue<SortedSet<String>> statement) {
    conditions = statement;
    return this;
  }

  public StatementFixture caveats(FieldValue<SortedSet<String>> statement) {
    caveats = statement;
    return this;
  }

  public StatementFixture lifts(String... codes) {
    lifts = new TreeSet<>(Set.of(codes));
    return this;
  }

  public StatementFixture caveats(String... codes) {
    caveats = FieldValue.of(new TreeSet<>(Set.of(codes)));
    return this;
  }

  public StatementFixture at(PlaceOfEmployment statement) {
    return place(FieldValue.of(statement));
  }

  public StatementFixture place(FieldValue<PlaceOfEmployment> statement) {
    place = statement;
    return this;
  }

  public StatementFixture from(String day) {
    return from(FieldValue.of(LocalDate.parse(day)));
  }

  public StatementFixture from(FieldValue<LocalDate> statement) {
    from = statement;
    return this;
  }

  public StatementFixture until(String day) {
    return until(FieldValue.of(LocalDate.parse(day)));
  }

  public StatementFixture until(FieldValue<LocalDate> statement) {
    until = statement;
    return this;
  }

  public StatementFixture days(int statement) {
    return days(FieldValue.of(statement));
  }

  public StatementFixture days(FieldValue<Integer> statement) {
    days = statement;
    return this;
  }

  public StatementFixture on(String day) {
    return on(LocalDate.parse(day));
  }

  public StatementFixture on(LocalDate day) {
    on = day;
    return this;
  }

  public StatementFixture id(String chosen) {
    id = chosen;
    return this;
  }

  /** In the press. */
  public StatementFixture reported() {
    return by(EvidenceGrade.REPORTED);
  }

  public StatementFixture by(EvidenceGrade grade) {
    evidence = grade;
    return this;
  }

  public StatementFixture corrects(String target) {
    corrects = target;
    return this;
  }

  public StatementFixture recipient() {
    side = Side.RECIPIENT;
    return this;
  }

  public StatementFixture voids(String target) {
    isVoid = true;
    return corrects(target);
  }

  public StatementFixture due(String day) {
    due = FieldValue.of(LocalDate.parse(day));
    return this;
  }

  /** The statement, the number-th (from 1) recorded of its pledge; its id is "pledge#number". */
  public Statement of(String pledge, int number) {
    LocalDate day = on == null ? LocalDate.of(2025, 12, 31).plusDays(number) : on;
    Attribution statement =
        new Attribution(day, evidence, null, SOURCE, Releasability.PUBLIC, corrects, isVoid, null);
    return new Statement(id == null ? pledge + "#" + number : id, pledge, statement, with());
  }

  private StatementContent with() {
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
        days,
        due,
        side);
  }
}
