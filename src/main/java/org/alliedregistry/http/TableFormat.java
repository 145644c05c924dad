package org.alliedregistry.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A format of a table. */
public enum TableFormat {
  /** Comma-separated values (RFC 4180) in UTF-8 with a byte order mark. */
  CSV(TableFormat.TEXT_CSV),
  /** One JSON object on each line, as in the JSON list. */
  NDJSON(TableFormat.APPLICATION_NDJSON),
  /** An Office Open XML workbook with one sheet. */
  XLSX(TableFormat.WORKBOOK);

  public static final String TEXT_CSV = "text/csv";
  public static final String APPLICATION_NDJSON = "application/x-ndjson";
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The values of the parameter {@code format}, for the contract. */
  public static final String VALUES =
      "\n\n- `json`: the JSON answer"
          + "\n- `csv`: comma-separated values (RFC 4180) in UTF-8, with the names of the columns in the first line. A text that begins with `=`, `+`, `-`, `@` or an apostrophe has an apostrophe before it"
          + "\n- `xlsx`: a workbook with one sheet, of at most 1,048,575 rows"
          + "\n- `ndjson`: one JSON object on each line, as in the JSON answer";

  /** The value of the parameter that asks for JSON. */
  private static final String JSON = "json";

  private final MediaType type;

  TableFormat(String type) {
    this.type = MediaType.valueOf(type);
  }

  /** The value of the parameter {@code format}; also the extension of a file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of Content-Type. */
  public String contentType() {
    return this == CSV ? TEXT_CSV + ";charset=UTF-8;header=present" : type.toString();
  }

  /** Whether the bytes are compressed already. */
  public boolean isCompressed() {
    return this == XLSX;
  }

  /**
   * The format asked for; empty for JSON. The parameter {@code format} decides before the header
   * Accept.
   */
  public static Optional<TableFormat> asked(
      @Nullable String format, HttpHeaders headers, QueryReader reader) {
    return format == null
        ? byAccept(headers.getAcceptableMediaTypes())
        : byParameter(format, reader);
  }

  /** Whether a request asks an operation that has tables for one, or for no format that exists. */
  public static boolean isAsked(ContainerRequestContext request, ResourceInfo operation) {
    Produces produced = operation.getResourceMethod().getAnnotation(Produces.class);
    if (produced == null || !Arrays.asList(produced.value()).contains(TEXT_CSV)) {
      return false;
    }
    String format = request.getUriInfo().getQueryParameters().getFirst("format");
    return format == null
        ? byAccept(request.getAcceptableMediaTypes()).isPresent()
        : !format.equals(JSON);
  }

  private static Optional<TableFormat> byParameter(String format, QueryReader reader) {
    Optional<TableFormat> found =
        Arrays.stream(values()).filter(each -> each.code().equals(format)).findFirst();
    if (found.isEmpty() && !format.equals(JSON)) {
      reader.addViolation("format", "must be json, csv, xlsx or ndjson");
    }
    return found;
  }

  private static Optional<TableFormat> byAccept(List<MediaType> accepted) {
    for (MediaType each : accepted) {
      if (each.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return Optional.empty();
      }
      for (TableFormat format : values()) {
        if (each.isCompatible(format.type)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }
}
