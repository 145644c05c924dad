package planted.crowd;

class One09 {}
