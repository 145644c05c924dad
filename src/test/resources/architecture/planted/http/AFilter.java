package planted.http;

public class AFilter {}
