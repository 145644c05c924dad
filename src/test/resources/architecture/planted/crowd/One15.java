package planted.crowd;

class One15 {}
