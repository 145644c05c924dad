package planted.http;

class Twice {}
