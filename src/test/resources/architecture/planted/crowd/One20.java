package planted.crowd;

class One20 {}
