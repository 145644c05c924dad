import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts the classes of the registry that one request passes, and the calls from one class to
 * another. It watches a service through its debugger port. The domain counts as one class, because
 * it computes. Constructors, the fields of records, and code that the compiler or the framework
 * generates are not counted.
 */
final class Hops {

  private static final String ROOT = "org.alliedregistry.";
  private static final String DOMAIN = ROOT + "domain.";
  private static final long AFTERWARDS_MS = 1_000;

  /** The classes and the calls of one part of a request. */
  private record Part(String name, Set<String> classes, Set<String> hops) {

    Part(String name) {
      this(name, new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    void print() {
      System.out.println(
          name + ": " + classes.size() + " classes, " + hops.size() + " hops: " + classes);
      hops.forEach(hop -> System.out.println("  " + hop));
    }
  }

  private final Part around = new Part("connection, guards and filters");
  private final Part operation = new Part("operation");
  private final Part writer = new Part("writer thread");

  /**
   * Arguments: the debugger port, the method, the address, and for a POST the token and the body.
   */
  public static void main(String[] args) throws Exception {
    new Hops().count(args);
  }

  private void count(String[] args) throws Exception {
    VirtualMachine service = attach(args[0]);
    MethodEntryRequest entries = service.eventRequestManager().createMethodEntryRequest();
    entries.addClassFilter(ROOT + "*");
    entries.addClassExclusionFilter(DOMAIN + "*");
    entries.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    entries.enable();
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newHttpClient().sendAsync(request(args), HttpResponse.BodyHandlers.ofString());
    long end = Long.MAX_VALUE;
    while (System.currentTimeMillis() < end) {
      EventSet set = service.eventQueue().remove(100);
      if (set != null) {
        for (Event event : set) {
          if (event instanceof MethodEntryEvent entered) {
            note(entered);
          }
        }
        set.resume();
      }
      if (answer.isDone() && end == Long.MAX_VALUE) {
        end = System.currentTimeMillis() + AFTERWARDS_MS;
      }
    }
    service.dispose();
    System.err.println(answer.get().statusCode());
    around.print();
    operation.print();
    writer.print();
  }

  private static VirtualMachine attach(String port) throws Exception {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("localhost");
    arguments.get("port").setValue(port);
    return connector.attach(arguments);
  }

  private static HttpRequest request(String[] args) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(args[2]));
    return args[1].equals("GET")
        ? request.build()
        : request
            .header("Authorization", "Bearer " + args[3])
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(args[4]))
            .build();
  }

  private void note(MethodEntryEvent entered) throws IncompatibleThreadStateException {
    List<String> callers = callers(entered);
    String here = name(entered.method());
    if (here.isEmpty() || callers.contains("PeriodicTask") || here.equals("PeriodicTask")) {
      return;
    }
    String from = callers.stream().filter(c -> !c.isEmpty()).findFirst().orElse("framework");
    Part part = part(entered, here, callers);
    part.classes().add(here);
    if (!from.equals(here)) {
      part.hops().add(from + " -> " + here + "." + entered.method().name());
    }
  }

  private Part part(MethodEntryEvent entered, String here, List<String> callers) {
    if (entered.thread().name().equals("ledger-writer")) {
      return writer;
    }
    return here.endsWith("Resource") || callers.stream().anyMatch(c -> c.endsWith("Resource"))
        ? operation
        : around;
  }

  /** The classes on the stack, the nearest first; empty for what does not count. */
  private static List<String> callers(MethodEntryEvent entered)
      throws IncompatibleThreadStateException {
    List<String> callers = new ArrayList<>();
    int depth = entered.thread().frameCount();
    for (StackFrame frame : entered.thread().frames(1, Math.min(80, depth - 1))) {
      String type = frame.location().declaringType().name();
      if (type.startsWith(ROOT) && !type.startsWith(DOMAIN)) {
        callers.add(name(frame.location().method()));
      }
    }
    return callers;
  }

  /** The simple name of the class of a method; empty if the method does not count. */
  private static String name(Method method) {
    ReferenceType type = method.declaringType();
    String name = type.name().replaceFirst("\\$.*", "");
    if (name.contains("_")
        || method.name().startsWith("__")
        || method.isConstructor()
        || method.isStaticInitializer()) {
      return "";
    }
    boolean isField =
        type instanceof ClassType c
            && c.superclass() != null
            && c.superclass().name().equals("java.lang.Record")
            && type.fieldByName(method.name()) != null;
    return isField ? "" : name.substring(name.lastIndexOf('.') + 1);
  }
}
