package org.alliedregistry.ledger.row;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.BaselineLine;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.problem.CleanText;

/**
 * The canonical JSON of an entry: names are sorted, numbers are plain, absent fields are left out,
 * and cleared fields are named. It is stored, and the digest covers it.
 */
final class CanonicalJson {

  private static final Map<Class<? extends EntryContent>, String> KINDS =
      Map.ofEntries(
          Map.entry(EntryContent.AllyVersionRecorded.class, "ally"),
          Map.entry(EntryContent.CapabilityVersionRecorded.class, "capability"),
          Map.entry(EntryContent.ConditionVersionRecorded.class, "condition"),
          Map.entry(EntryContent.ConditionStatementRecorded.class, "condition-statement"),
          Map.entry(EntryContent.ExchangeRatesVersionRecorded.class, "exchange-rates"),
          Map.entry(EntryContent.BaselineVersionRecorded.class, "baseline"),
          Map.entry(EntryContent.PledgeVersionRecorded.class, "pledge"),
          Map.entry(EntryContent.StatementRecorded.class, "statement"),
          Map.entry(EntryContent.ProgrammeVersionRecorded.class, "programme"),
          Map.entry(EntryContent.DeclarationStatementRecorded.class, "declaration-statement"),
          Map.entry(EntryContent.GroupVersionRecorded.class, "group"));

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .withConfigOverride(
              FieldValue.class,
              c ->
                  c.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
          .addModule(new JavaTimeModule())
          .addModule(recordModule())
          .addMixIn(Progress.class, PartForm.class)
          .addMixIn(Quantity.class, QuantityForm.class)
          .addMixIn(Requirement.Required.class, RequiredForm.class)
          .addMixIn(Baseline.class, BaselineForm.class)
          .addMixIn(BaselineLine.class, LineForm.class)
          .addMixIn(Statement.class, StatementForm.class)
          .addMixIn(ConditionStatement.class, AttributedForm.class)
          .addMixIn(DeclarationStatement.class, AttributedForm.class)
          .build();

  /** The readers by kind; each knows how to read all that an entry of its kind contains. */
  private static final Map<String, ObjectReader> READERS = readers();

  private CanonicalJson() {}

  private static Map<String, ObjectReader> readers() {
    Map<String, ObjectReader> readers = new HashMap<>();
    KINDS.forEach((type, kind) -> readers.put(kind, MAPPER.readerFor(type)));
    return readers;
  }

  private static SimpleModule recordModule() {
    return new SimpleModule()
        .addSerializer(FieldValue.class, new FieldValueJson.Writer())
        .addDeserializer(FieldValue.class, new FieldValueJson.Reader(null))
        .addSerializer(
            StatementContent.class,
            new StdDelegatingSerializer(StatementContent.class, new StatementContentJson.Writer()))
        .addDeserializer(
            StatementContent.class,
            new StdDelegatingDeserializer<>(new StatementContentJson.Reader()))
        .addDeserializer(
            String.class, new Pooled<>(StringDeserializer.instance, CleanText::composed))
        .addDeserializer(LocalDate.class, new Pooled<>(LocalDateDeserializer.INSTANCE, day -> day));
  }

  /** Reads a value that many contents share. It is composed, because old texts may not be. */
  private static final class Pooled<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient StdDeserializer<T> reader;
    private final transient UnaryOperator<T> form;
    private final transient Interner<T> pool = new Interner<>();

    Pooled(StdDeserializer<T> reader, UnaryOperator<T> form) {
      super(reader.getValueType());
      this.reader = reader;
      this.form = form;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return pool.one(form.apply(reader.deserialize(in, context)));
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.All.class, name = "all"),
    @JsonSubTypes.Type(value = Progress.Some.class, name = "some"),
    @JsonSubTypes.Type(value = Progress.Counted.class, name = "counted")
  })
  private interface PartForm {
    @JsonProperty
    default String ignored() {
      return "";
    }
  }

  /** A quantity says only if it is approximate or per year; earlier releases stored neither. */
  private interface QuantityForm {
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean approximate();

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean perYear();
  }

  /** A required amount says only if it is per year; earlier releases stored none. */
  private interface RequiredForm {
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean perYear();
  }

  /** The stored name of the lines of a baseline; earlier releases had only requirements. */
  private interface BaselineForm {
    @JsonProperty("requirements")
    List<BaselineLine> lines();
  }

  /** A line is a milestone if it has one. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(Requirement.class), @JsonSubTypes.Type(Milestone.class)})
  private interface LineForm {
    @JsonProperty
    default String ignored() {
      return "";
    }
  }

  /** The stored names never change, whatever the names in the code are. */
  private interface StatementForm {
    @JsonProperty("said")
    Attribution attribution();

    @JsonProperty("says")
    StatementContent content();
  }

  /** The stored names of a statement on a condition or a declaration. */
  private interface AttributedForm {
    @JsonProperty("said")
    Attribution attribution();
  }

  /** Makes the mapper and its readers, by initialising this class. */
  static void prepare() {}

  static String kind(EntryContent content) {
    return java.util.Objects.requireNonNull(KINDS.get(content.getClass()));
  }

  static String write(EntryContent content) {
    try {
      return MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("content that has no canonical form", e);
    }
  }

  /**
   * @throws IllegalStateException if the text is not the canonical form of that kind
   */
  static EntryContent read(String kind, String text) {
    ObjectReader reader = READERS.get(kind);
    if (reader == null) {
      throw new IllegalStateException("no such kind of entry: " + kind);
    }
    try {
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not the content of a " + kind, e);
    }
  }
}
