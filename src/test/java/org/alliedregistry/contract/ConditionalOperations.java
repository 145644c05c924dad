package org.alliedregistry.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds the headers that make a request conditional, and what is answered to them. */
final class ConditionalOperations {

  private static final String NOT_MODIFIED = "NotModified";
  private static final String IF_NONE_MATCH = "IfNoneMatch";
  private static final String ETAG = "ETag";

  private ConditionalOperations() {}

  static void complete(OpenAPI api) {
    describe(api.getComponents());
    for (PathItem item : api.getPaths().getPathItems().values()) {
      if (item.getGET() != null && !isStream(item.getGET())) {
        read(item.getGET());
      }
    }
  }

  private static void describe(Components components) {
    components
        .addHeader(ETAG, header("The strong entity tag: a digest of the bytes of the body."))
        .addParameter(
            IF_NONE_MATCH,
            header(
                "If-None-Match",
                "The ETags of answers the caller has, or a star: if it would be sent one of these"
                    + " again, the answer is 304 without them."))
        .addResponse(
            NOT_MODIFIED,
            OASFactory.createAPIResponse()
                .description("The caller has it already, as If-None-Match says.")
                .addHeader(ETAG, reference(ETAG)));
  }

  /** Events have no bytes that a caller could have already. */
  private static boolean isStream(Operation get) {
    return get.getResponses().getAPIResponse("200").getContent().hasMediaType("text/event-stream");
  }

  private static void read(Operation get) {
    get.addParameter(parameter(IF_NONE_MATCH));
    get.getResponses().getAPIResponse("200").addHeader(ETAG, reference(ETAG));
    get.getResponses()
        .addAPIResponse(
            "304", OASFactory.createAPIResponse().ref("#/components/responses/" + NOT_MODIFIED));
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(text());
  }

  private static Header header(String description) {
    return OASFactory.createHeader().description(description).schema(text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Parameter parameter(String name) {
    return OASFactory.createParameter().ref("#/components/parameters/" + name);
  }

  private static Header reference(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }
}
