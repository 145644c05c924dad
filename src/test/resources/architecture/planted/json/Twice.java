package planted.json;

class Twice {}
